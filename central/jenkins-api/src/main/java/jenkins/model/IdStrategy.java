package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import java.util.Comparator;

public abstract class IdStrategy implements Describable<IdStrategy>, ExtensionPoint, Comparator<String> {
    public native boolean equals(@NonNull String id1, @NonNull String id2);
}
