package io.cupel.app.ground;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters of an address that a call of the API does not take: a slip in a name would else be taken for
 * nothing. Calls that take them by {@link Parameters} look themselves.
 */
final class KnownParameters implements HandlerInterceptor {
    private static final String API = "/api/";

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null
                && handler instanceof HandlerMethod call
                && request.getRequestURI().startsWith(API)
                && !looksItself(call)) {
            Set<String> taken = known.computeIfAbsent(call, KnownParameters::taken);
            if (!taken.containsAll(request.getParameterMap().keySet())) {
                String told = taken.isEmpty() ? "this call takes none" : "this call takes only " + join(taken);
                throw new ProblemException(
                        Problem.PARAMETER, "parameters of the address are not right", List.of(new Fault("", told)));
            }
        }
        return true;
    }

    private static String join(Set<String> names) {
        return String.join(", ", names);
    }

    private static boolean looksItself(HandlerMethod call) {
        for (MethodParameter parameter : call.getMethodParameters()) {
            if (MultiValueMap.class.isAssignableFrom(parameter.getParameterType())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> taken(HandlerMethod call) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : call.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                String name = asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name();
                names.add(name);
            }
        }
        return names;
    }
}
