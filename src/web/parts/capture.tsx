import { lazy, Suspense, useState } from "react";
import { CaptureLine } from "./capture-line.tsx";
import { useWhere } from "./capture-where.tsx";
import { Dialog } from "./dialog.tsx";
import { readDraft } from "./draft.ts";

const CardPhoto = lazy(async () => ({ default: (await import("./card-photo.tsx")).CardPhoto }));

/** A line captured on the spot, or the photo of a card: one key or one tap away from everywhere. */
export function Capture({ onClose }: { onClose: () => void }) {
  const where = useWhere();
  const [photo, setPhoto] = useState<Blob | null>(null);
  const back = () => setPhoto(null);
  // A line that was begun before the card came is gone on with after it.
  const kept = () => (readDraft().text.trim() === "" ? onClose() : back());
  return (
    <Dialog
      title={photo === null ? "Capture" : "Card or badge"}
      isTitleUnseen={photo === null}
      isOpen
      onClose={onClose}
    >
      {photo === null ? (
        <CaptureLine where={where} onClose={onClose} onPhoto={setPhoto} />
      ) : (
        <Suspense fallback={<p role="status">Looking at the photo</p>}>
          <CardPhoto photo={photo} where={where} onOther={setPhoto} onBack={back} onKept={kept} />
        </Suspense>
      )}
    </Dialog>
  );
}
