/** What the build makes of a picture: its address. */
declare module '*.svg' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the build exports the address of an asset as default.
  export default address;
}
