package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;

public abstract class Actionable implements ModelObject {
    @Deprecated
    public native List<Action> getActions();

    public native <T extends Action> List<T> getActions(Class<T> type);

    @CheckForNull
    public native <T extends Action> T getAction(Class<T> type);

    public native void addAction(@NonNull Action a);

    public native void replaceAction(@NonNull Action a);

    public native boolean removeActions(@NonNull Class<? extends Action> clazz);
}
