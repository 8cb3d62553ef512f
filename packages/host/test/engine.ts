// The engine that tests use, or none: then they are skipped by name, unless PARA_REQUIRE_ENGINE=1 makes that a failure.
import { connectEngine, type Engine } from "../src/engine/connect.js";
import { removeContainer } from "../src/engine/containers.js";
import { removeImage } from "../src/engine/images.js";

/** An engine, or nothing where none answers. @throws where none answers and PARA_REQUIRE_ENGINE is 1. */
export async function testEngine(): Promise<Engine | undefined> {
  try {
    return await connectEngine();
  } catch (error) {
    if (process.env.PARA_REQUIRE_ENGINE === "1") throw error;
    return undefined;
  }
}

/** Container and images of one test file, removed by {@link Leavings.clean}. */
export interface Leavings {
  containers: Set<string>;
  images: Set<string>;
  clean(): Promise<void>;
}

/** Remembers what a test file makes in `engine`. */
export function leavings(engine: Engine | undefined): Leavings {
  const containers = new Set<string>();
  const images = new Set<string>();
  return {
    containers,
    images,
    async clean() {
      if (!engine) return;
      for (const id of containers) await removeContainer(engine, id);
      for (const tag of images) await removeImage(engine, tag);
    },
  };
}
