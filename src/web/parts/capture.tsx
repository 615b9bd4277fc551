import { useId, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useRun } from "./workspace.tsx";
import styles from "./capture.module.css";

/** A line captured on the spot: one key or one tap away from everywhere. */
export function Capture({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const run = useRun();
  const id = useId();
  const [text, setText] = useState("");

  const keep = async () => {
    if (text.trim() === "") return;
    await run("note.add", { text: text.trim() });
    setText("");
    onClose();
  };

  return (
    <ModalOverlay
      className={styles["veil"] ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={styles["sheet"] ?? ""}>
        <Dialog aria-labelledby={id}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void keep();
            }}
          >
            <h2 id={id}>Capture</h2>
            <textarea
              aria-labelledby={id}
              // The dialog is opened to type into it.
              autoFocus
              rows={4}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.shiftKey) return;
                event.preventDefault();
                void keep();
              }}
            />
            <button type="submit">Keep</button>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
