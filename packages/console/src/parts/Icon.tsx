const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.7 11.2L20 20',
  upload: 'M12 16V4m0 0L7.5 8.5M12 4l4.5 4.5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4',
  download: 'M12 4v12m0 0 4.5-4.5M12 16l-4.5-4.5M4 19.5h16',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  home: 'M12 4v5m0 6v5M4 12h5m6 0h5M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  alert: 'M12 4 2.5 20h19L12 4Zm0 6v5m0 2.5v.5',
  truck:
    'M3 7h11v9H3zM14 10h4l3 3v3h-7zM7 19.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM17 19.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  trace:
    'M5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm14 14a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM5 7.5V12a3 3 0 0 0 3 3h8a3 3 0 0 1 3 1.5M7.5 5H16a3 3 0 0 1 3 3v8.5',
  check: 'M5 12.5 10 17.5 19.5 7',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm3 1.2L20 4m-3.5 3.2L19 10',
} as const;

/** A line drawing beside a word; it says nothing by itself. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
