import { useEffect, useRef, useState } from "react";

/** The part of the browser's speech recognition that is used; TypeScript's library does not have it. */
interface Recognition extends EventTarget {
  continuous: boolean;
  interimResults: boolean;
  lang: string;
  start(): void;
  stop(): void;
}
interface Heard extends Event {
  resultIndex: number;
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>;
}

type Made = new () => Recognition;
const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
  SpeechRecognition?: Made;
  webkitSpeechRecognition?: Made;
};
const Recognizer = SpeechRecognition ?? webkitSpeechRecognition;

/** Dictation by the browser, where it has it: what is said is handed on in words as soon as it is sure of them. */
export function useDictation(onWords: (words: string) => void): { isListening: boolean; toggle: () => void } | null {
  const [isListening, setListening] = useState(false);
  const listener = useRef<Recognition | null>(null);
  const hand = useRef(onWords);
  useEffect(() => {
    hand.current = onWords;
  });
  useEffect(() => () => listener.current?.stop(), []);
  if (Recognizer === undefined) return null;
  const toggle = () => {
    if (listener.current !== null) return listener.current.stop();
    const recognition = new Recognizer();
    recognition.continuous = true;
    recognition.lang = navigator.language;
    recognition.addEventListener("result", (event) => {
      const { results, resultIndex } = event as Heard; // its own event
      for (const result of Array.from(results).slice(resultIndex)) {
        if (result.isFinal) hand.current(result[0]?.transcript.trim() ?? "");
      }
    });
    recognition.addEventListener("end", () => {
      listener.current = null;
      setListening(false);
    });
    listener.current = recognition;
    setListening(true);
    recognition.start();
  };
  return { isListening, toggle };
}
