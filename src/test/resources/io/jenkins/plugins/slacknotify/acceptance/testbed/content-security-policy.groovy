// The policy that Jenkins 2.539 and newer can enforce by itself, for older ones.
import hudson.util.PluginServletFilter
import jakarta.servlet.Filter

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
