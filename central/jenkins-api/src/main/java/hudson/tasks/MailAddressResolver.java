package hudson.tasks;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.User;

public abstract class MailAddressResolver implements ExtensionPoint {
    @CheckForNull
    public abstract String findMailAddressFor(User u);

    public static native ExtensionList<MailAddressResolver> all();
}
