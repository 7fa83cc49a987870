package io.jenkins.plugins.slacknotify.message.blocks;

import java.util.List;

/**
 * A place in the blocks, named as people would in a script, such as {@code blocks[2].text.text}.
 *
 * @param faults of all places together, in the order in which they were found
 */
record BlockPath(String path, List<String> faults) {

    BlockPath field(String name) {
        return new BlockPath(path + "." + name, faults);
    }

    BlockPath item(int index) {
        return new BlockPath(path + "[" + index + "]", faults);
    }

    /** @param words what is wrong here, with no full stop */
    void addFault(String words) {
        faults.add(path + ": " + words);
    }
}
