import { pixelsOf } from './picture.ts';

/** Why the camera can not be opened, by the name of the sentence that says it. */
export type CameraFault = 'denied' | 'no-camera' | 'busy' | 'insecure';

/** An open camera. */
export interface Camera {
  /** The picture of this moment; undefined while there is none. */
  frame(): ImageData | undefined;
  /** Switches the light; absent where the camera has none. */
  readonly light?: (on: boolean) => Promise<void>;
  close(): void;
}

/** What TypeScript's own types leave out of the light (Image Capture, W3C). */
type LightCapabilities = MediaTrackCapabilities & { readonly torch?: boolean };
type LightConstraint = MediaTrackConstraintSet & { readonly torch: boolean };

/** Longest side of a picture that is read: enough for a small DataMatrix, and quick on a plain phone. */
const FRAME_SIDE_MAX = 1_600;

/** A rear camera with as many points as a small symbol on a bottle needs. */
const wanted: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } },
};

/** Names of `getUserMedia` failures (Media Capture and Streams, W3C) as sentences. */
const faults: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
  NotReadableError: 'busy',
  AbortError: 'busy',
  NotSupportedError: 'insecure',
};

/** True where the visitor has already said yes for this site. */
export async function isCameraAllowed(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'camera' as PermissionName });
    return state === 'granted';
  } catch {
    // Some browsers know no such question.
    return false;
  }
}

function lightOf(track: MediaStreamTrack | undefined): Camera['light'] {
  const capabilities = track?.getCapabilities?.() as LightCapabilities | undefined;
  if (!track || !capabilities?.torch) return undefined;
  return (on) => track.applyConstraints({ advanced: [{ torch: on } as LightConstraint] });
}

/** Opens the camera into the preview; a fault is a value. */
export async function openCamera(preview: HTMLVideoElement): Promise<Camera | CameraFault> {
  // Absent outside https and in some in-app browsers.
  if (!navigator.mediaDevices?.getUserMedia) return 'insecure';
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia(wanted);
    preview.srcObject = stream;
    await preview.play();
  } catch (error) {
    return faults[(error as DOMException).name] ?? 'busy';
  }
  const tracks = stream.getTracks();
  const light = lightOf(tracks[0]);
  return {
    frame: () => pixelsOf(preview, preview.videoWidth, preview.videoHeight, FRAME_SIDE_MAX),
    ...(light ? { light } : {}),
    close() {
      for (const track of tracks) track.stop();
      preview.srcObject = null;
    },
  };
}
