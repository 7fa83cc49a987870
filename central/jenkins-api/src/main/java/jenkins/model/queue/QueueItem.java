package jenkins.model.queue;

import hudson.model.ModelObject;

public interface QueueItem extends ModelObject {
    long getId();

    default boolean hasCancelPermission() {
        throw new UnsupportedOperationException();
    }
}
