package io.cupel.app.people.web;

import io.cupel.app.ground.ProblemException;
import io.cupel.app.people.AccessProblem;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Open;
import io.cupel.app.people.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a call whose scope the caller does not have, and every call of which nobody said who may make it. */
@Component
final class ScopeInterceptor implements HandlerInterceptor {
    static final String NO_TOKEN = "send the header Authorization: Bearer TOKEN";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR
                || CorsUtils.isPreFlightRequest(request)
                || isOpen(handler)) {
            return true;
        }
        Object caller = request.getAttribute(Caller.class.getName());
        if (!(caller instanceof Caller known)) {
            throw new ProblemException(AccessProblem.NO_TOKEN, NO_TOKEN);
        }
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs == null) {
            // Which methods an address has is told to every caller; Spring answers it, from the table of its handlers.
            if (HttpMethod.OPTIONS.matches(request.getMethod())) {
                return true;
            }
            throw new ProblemException(AccessProblem.CLOSED, "nobody may make this call");
        }
        if (!known.scopes().contains(needs.value())) {
            throw new ProblemException(AccessProblem.NO_SCOPE, needs(needs.value()));
        }
        return true;
    }

    private static boolean isOpen(Object handler) {
        return handler instanceof HandlerMethod open
                && (AnnotatedElementUtils.hasAnnotation(open.getMethod(), Open.class)
                        || AnnotatedElementUtils.hasAnnotation(open.getBeanType(), Open.class));
    }

    static String needs(Scope scope) {
        return "it needs the scope " + scope.written() + ", in the token and in a role of its person";
    }
}
