package jenkins.metrics.api;

import com.codahale.metrics.MetricSet;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;

public abstract class MetricProvider implements ExtensionPoint {
    @NonNull
    public abstract MetricSet getMetricSet();
}
