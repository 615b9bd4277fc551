import type { ReactNode } from "react";
import { Dialog as Inside, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import styles from "./dialog.module.css";

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  isWide?: boolean;
  /** The title is there for screen readers only. */
  isTitleUnseen?: boolean;
  children: ReactNode;
}

/** Something to answer before going on: in the middle at a desk, at the thumb on a phone. Esc or a tap beside it closes it. */
export function Dialog({ title, isOpen, onClose, isWide = false, isTitleUnseen = false, children }: Props) {
  return (
    <ModalOverlay
      className={styles["veil"] ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={`${styles["sheet"]} ${isWide ? styles["wide"] : ""}`}>
        <Inside className={styles["inside"] ?? ""}>
          <Heading slot="title" level={2} className={isTitleUnseen ? "unseen" : ""}>
            {title}
          </Heading>
          {children}
        </Inside>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons of a dialog, the main one last. */
export function DialogActs({ children }: { children: ReactNode }) {
  return <div className={styles["acts"]}>{children}</div>;
}
