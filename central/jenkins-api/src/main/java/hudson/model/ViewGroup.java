package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.security.AccessControlled;
import java.util.Collection;

public interface ViewGroup extends Saveable, ModelObject, AccessControlled {
    Collection<View> getViews();

    @CheckForNull
    View getView(String name);

    String getUrl();
}
