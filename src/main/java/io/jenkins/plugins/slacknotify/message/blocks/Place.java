package io.jenkins.plugins.slacknotify.message.blocks;

import java.util.List;

/**
 * A place in the blocks, named as people would in a script, such as {@code blocks[2].text.text}.
 *
 * @param faults of all places together, in the order in which they were found
 */
record Place(String path, List<String> faults) {

    Place field(String name) {
        return new Place(path + "." + name, faults);
    }

    Place item(int index) {
        return new Place(path + "[" + index + "]", faults);
    }

    /** @param words what is wrong here, with no full stop */
    void fault(String words) {
        faults.add(path + ": " + words);
    }
}
