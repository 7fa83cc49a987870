// Enforces the policy of Jenkins' core, which only reports by itself; for a core older than 2.539, one like it.
import hudson.util.PluginServletFilter
import jakarta.servlet.Filter
import jenkins.model.GlobalConfiguration

def ofCore = GlobalConfiguration.all().find { it.class.name == 'jenkins.security.csp.impl.CspConfiguration' }
if (ofCore) {
    ofCore.enforce = true
    return
}
def policy = "base-uri 'none'; default-src 'self'; form-action 'self'; frame-ancestors 'self'; img-src 'self' data:;" +
    " script-src 'report-sample' 'self'; style-src 'report-sample' 'self' 'unsafe-inline'"
PluginServletFilter.addFilter([
    init: { config -> },
    destroy: { -> },
    doFilter: { request, response, chain ->
        response.setHeader('Content-Security-Policy', policy)
        chain.doFilter(request, response)
    }
] as Filter)
