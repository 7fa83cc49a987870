package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Optional;
import org.springframework.security.core.Authentication;

public abstract class ACL {

    // Not a literal null, which static analysis would take for the value in Jenkins.
    public static final Authentication SYSTEM2 =
            Optional.<Authentication>empty().orElse(null);

    public final native void checkPermission(@NonNull Permission p);

    public final native boolean hasPermission(@NonNull Permission p);

    public native boolean hasPermission2(@NonNull Authentication a, @NonNull Permission permission);

    @NonNull
    public static native ACLContext as2(@NonNull Authentication auth);
}
