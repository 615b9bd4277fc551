import { useEffect, useRef } from "react";
import styles from "./card-photo.module.css";

/** The photo, small, beside what was read of it. */
export function Photo({ photo }: { photo: Blob }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(photo);
    if (image.current !== null) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [photo]);
  return <img ref={image} alt="The photo" className={styles["photo"]} />;
}
