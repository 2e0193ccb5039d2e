package bench.load;

import java.nio.file.Path;

/**
 * What is attacked.
 *
 * @param service the packaged service
 * @param remote the repository that it answers by
 * @param work a folder for whatever an attack needs
 */
record Target(Service service, Remote remote, Path work) {}
