/** @module A short tone, made by the browser: one note for a message, two that rise for a conversation. */
import type { AlertKind } from './kept.ts';

const NOTES: Readonly<Record<AlertKind, readonly number[]>> = { message: [660], conversation: [660, 880] };
const NOTE_SECONDS = 0.16;

let audio: AudioContext | undefined;

/** Plays it, `volume` from 0 to 1. A browser that lets no page sound before somebody has pressed stays silent. */
export function ring(kind: AlertKind, volume: number): void {
  if (volume <= 0 || typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  const { currentTime, destination } = audio;
  void audio.resume().catch(() => undefined);
  NOTES[kind].forEach((frequency, index) => {
    if (!audio) return;
    const from = currentTime + index * NOTE_SECONDS;
    const note = audio.createOscillator();
    const loudness = audio.createGain();
    note.frequency.value = frequency;
    // It swells and fades: a note that is cut off clicks.
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(volume * 0.4, from + 0.02);
    loudness.gain.linearRampToValueAtTime(0, from + NOTE_SECONDS);
    note.connect(loudness).connect(destination);
    note.start(from);
    note.stop(from + NOTE_SECONDS);
  });
}
