package jenkins.scm.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Item;
import jenkins.scm.api.mixin.SCMHeadMixin;

public class SCMHead implements SCMHeadMixin {
    public SCMHead(@NonNull String name) {}

    @NonNull
    @Override
    public native String getName();

    public abstract static class HeadByItem implements ExtensionPoint {
        @CheckForNull
        public static native SCMHead findHead(Item item);
    }
}
