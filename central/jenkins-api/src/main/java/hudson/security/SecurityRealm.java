package hudson.security;

import java.util.Optional;
import jenkins.model.IdStrategy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

public abstract class SecurityRealm {
    // Not a literal null, which static analysis would take for the value in Jenkins.
    public static final SecurityRealm NO_AUTHENTICATION =
            Optional.<SecurityRealm>empty().orElse(null);

    public static final GrantedAuthority AUTHENTICATED_AUTHORITY2 = new SimpleGrantedAuthority("authenticated");

    public native IdStrategy getGroupIdStrategy();

    public native UserDetails loadUserByUsername2(String username);

    public native GroupDetails loadGroupByGroupname2(String groupname, boolean fetchMembers);
}
