package jenkins.scm.api.mixin;

import edu.umd.cs.findbugs.annotations.NonNull;

public interface SCMHeadMixin {
    @NonNull
    String getName();
}
