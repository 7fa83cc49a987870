package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public interface PermalinkProjectAction extends Action {
    abstract class Permalink {
        @CheckForNull
        public abstract Run<?, ?> resolve(Job<?, ?> job);
    }
}
