package hudson.tasks;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class Mailer {
    private Mailer() {}

    public static class UserProperty extends hudson.model.UserProperty {
        public UserProperty(String emailAddress) {}

        @CheckForNull
        public native String getExplicitlyConfiguredAddress();
    }
}
