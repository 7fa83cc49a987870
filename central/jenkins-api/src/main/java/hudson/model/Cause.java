package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

public abstract class Cause {
    public abstract String getShortDescription();

    public native void print(TaskListener listener);

    @Deprecated
    public static class UserCause extends Cause {
        public native String getUserName();

        @Override
        public native String getShortDescription();
    }

    public static class UserIdCause extends Cause {
        public UserIdCause() {}

        public UserIdCause(String userId) {}

        public native String getUserId();

        public native String getUserName();

        @Override
        public native String getShortDescription();

        @Override
        public native void print(TaskListener listener);
    }

    public static class UpstreamCause extends Cause {
        public UpstreamCause(Run<?, ?> up) {}

        public native String getUpstreamProject();

        public native int getUpstreamBuild();

        public native String getUpstreamUrl();

        @CheckForNull
        public native Run<?, ?> getUpstreamRun();

        public native List<Cause> getUpstreamCauses();

        @Override
        public native String getShortDescription();
    }
}
