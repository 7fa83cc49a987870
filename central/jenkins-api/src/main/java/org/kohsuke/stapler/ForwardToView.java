package org.kohsuke.stapler;

public class ForwardToView extends RuntimeException implements HttpResponse {
    public ForwardToView(Object it, String view) {}

    public native ForwardToView with(String varName, Object value);
}
