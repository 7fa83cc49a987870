package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import java.util.Comparator;

public abstract class IdStrategy extends AbstractDescribableImpl<IdStrategy>
        implements ExtensionPoint, Comparator<String> {
    public native boolean equals(@NonNull String id1, @NonNull String id2);
}
