package jenkins.security;

import hudson.model.UserProperty;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;

public class LastGrantedAuthoritiesProperty extends UserProperty {
    public native Collection<? extends GrantedAuthority> getAuthorities2();
}
