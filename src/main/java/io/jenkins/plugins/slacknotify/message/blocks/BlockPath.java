package io.jenkins.plugins.slacknotify.message.blocks;

import java.util.List;

/**
 * The path of a value in a list of blocks, as a script would write it, such as {@code blocks[2].text.text}.
 *
 * @param faults the faults of all paths together, in the order in which they were found
 */
record BlockPath(String path, List<String> faults) {

    BlockPath field(String name) {
        return new BlockPath(path + "." + name, faults);
    }

    BlockPath item(int index) {
        return new BlockPath(path + "[" + index + "]", faults);
    }

    /**
     * Adds a fault of this value.
     *
     * @param description what is wrong, without a full stop
     */
    void addFault(String description) {
        faults.add(path + ": " + description);
    }
}
