package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;
import jenkins.model.queue.QueueItem;

public class Queue {
    private Queue() {}

    @NonNull
    public static native Queue getInstance();

    @NonNull
    public native Item[] getItems();

    public native boolean cancel(Item item);

    public interface Executable extends Runnable {}

    public interface Task {}

    public interface QueueAction extends Action {
        boolean shouldSchedule(List<Action> actions);
    }

    public abstract static class Item extends Actionable implements QueueItem {
        public final Task task;

        private Item(Task task) {
            this.task = task;
        }

        @Override
        public native long getId();

        public native long getInQueueSince();

        public final native List<Cause> getCauses();

        public final native String getWhy();
    }

    @CheckForNull
    public native Item getItem(long id);

    public static final class WaitingItem extends Item {
        private WaitingItem(Task task) {
            super(task);
        }
    }

    public static final class LeftItem extends Item {
        private LeftItem(Task task) {
            super(task);
        }

        @CheckForNull
        public native Executable getExecutable();

        public native boolean isCancelled();
    }
}
