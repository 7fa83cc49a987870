package jenkins.model.queue;

import hudson.model.ModelObject;

public interface QueueItem extends ModelObject {
    long getId();

    @Override
    default String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    default boolean hasCancelPermission() {
        throw new UnsupportedOperationException();
    }
}
