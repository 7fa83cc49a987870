package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;
import java.util.List;

public final class Result implements Serializable {
    @NonNull
    public static final Result SUCCESS = new Result("SUCCESS", 0, true);

    @NonNull
    public static final Result UNSTABLE = new Result("UNSTABLE", 1, true);

    @NonNull
    public static final Result FAILURE = new Result("FAILURE", 2, true);

    @NonNull
    public static final Result NOT_BUILT = new Result("NOT_BUILT", 3, false);

    @NonNull
    public static final Result ABORTED = new Result("ABORTED", 4, false);

    private static final List<Result> ALL = List.of(SUCCESS, UNSTABLE, FAILURE, NOT_BUILT, ABORTED);
    private final String name;
    public final int ordinal;
    public final boolean completeBuild;

    private Result(String name, int ordinal, boolean completeBuild) {
        this.name = name;
        this.ordinal = ordinal;
        this.completeBuild = completeBuild;
    }

    @NonNull
    public Result combine(@NonNull Result that) {
        return isWorseThan(that) ? this : that;
    }

    public boolean isWorseThan(@NonNull Result that) {
        return ordinal > that.ordinal;
    }

    public boolean isWorseOrEqualTo(@NonNull Result that) {
        return ordinal >= that.ordinal;
    }

    public boolean isBetterThan(@NonNull Result that) {
        return ordinal < that.ordinal;
    }

    public boolean isBetterOrEqualTo(@NonNull Result that) {
        return ordinal <= that.ordinal;
    }

    public boolean isCompleteBuild() {
        return completeBuild;
    }

    /** The result of that name in any case, or failure where there is none. */
    @NonNull
    public static Result fromString(@NonNull String name) {
        return ALL.stream()
                .filter(r -> r.name.equalsIgnoreCase(name))
                .findFirst()
                .orElse(FAILURE);
    }

    @NonNull
    @Override
    public String toString() {
        return name;
    }

    private Object readResolve() {
        return fromString(name);
    }
}
