import { useEffect, useRef, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import type { CardSeen } from "#debrief/carded.ts";
import { lookAt, type Looking, PhotoUnread } from "../device/photo.ts";
import { Button } from "./button.tsx";
import type { Place } from "./capture-where.tsx";
import { CardForm } from "./card-form.tsx";
import { DialogActs } from "./dialog.tsx";
import { Photo } from "./photo.tsx";
import styles from "./card-photo.module.css";

interface Props {
  photo: Blob;
  where: Place;
  /** Another photo instead. */
  onOther: (photo: Blob) => void;
  onBack: () => void;
  onKept: () => void;
}

type Stage = { is: "looking"; at: Looking } | { is: "seen"; seen: CardSeen } | { is: "failed"; why: string };

/** A photo of a card or badge: looked at on the device, shown as fields, and kept when the person says so (RD7). */
export function CardPhoto({ photo, where, onOther, onBack, onKept }: Props) {
  const [stage, setStage] = useState<Stage>({ is: "looking", at: "codes" });
  const stop = useRef<() => void>(() => {});
  const eventName = where.events.find(({ id }) => id === where.eventId)?.name;
  const others = useRef<string[]>([]);
  others.current = eventName === undefined ? [] : [eventName];
  useEffect(() => {
    const ending = new AbortController();
    stop.current = () => ending.abort();
    setStage({ is: "looking", at: "codes" });
    const look = async () => {
      try {
        const progress = (at: Looking) => !ending.signal.aborted && setStage({ is: "looking", at });
        const seen = await lookAt(photo, { others: others.current, progress, signal: ending.signal });
        setStage({ is: "seen", seen });
      } catch (error) {
        if (ending.signal.aborted) return;
        const why = error instanceof PhotoUnread ? error.message : `The photo could not be read: ${String(error)}.`;
        setStage({ is: "failed", why });
      }
    };
    void look();
    return () => ending.abort();
  }, [photo]);

  if (stage.is === "seen") {
    return <CardForm seen={stage.seen} photo={photo} where={where} onBack={onBack} onKept={onKept} />;
  }
  if (stage.is === "failed") {
    return (
      <>
        <p role="alert">{stage.why} Nothing was kept, and the line you were writing is still there.</p>
        <DialogActs>
          <Button onPress={onBack}>Back to the line</Button>
          <FileTrigger
            acceptedFileTypes={["image/*"]}
            defaultCamera="environment"
            onSelect={(files) => files?.[0] && onOther(files[0])}
          >
            <Button look="main" autoFocus>
              Another photo
            </Button>
          </FileTrigger>
        </DialogActs>
      </>
    );
  }
  const { at } = stage;
  const halt = () => {
    stop.current();
    onBack();
  };
  return (
    <div className={styles["looking"]}>
      <Photo photo={photo} />
      <progress aria-label="Reading" max={1} {...(at === "codes" ? {} : { value: at.words })} />
      <p role="status">{at === "codes" ? "Looking for a code" : "Reading the words"}</p>
      <DialogActs>
        <Button autoFocus onPress={halt}>
          Stop
        </Button>
      </DialogActs>
    </div>
  );
}
