package io.cupel.app.ground;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses numbers in a path that are not written in digits. The framework would take {@code 0x20} and {@code #20} for
 * 32, of which nobody knows that they name the same thing.
 */
final class WrittenNumbers implements HandlerInterceptor {
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod call
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables) {
            for (MethodParameter parameter : call.getMethodParameters()) {
                check(parameter, variables);
            }
        }
        return true;
    }

    private static void check(MethodParameter parameter, Map<?, ?> variables) {
        PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(parameter.getParameterType());
        if (variable == null || !Number.class.isAssignableFrom(type)) {
            return;
        }
        String name = variable.name().isEmpty() ? parameter.getParameter().getName() : variable.name();
        @Nullable Object written = variables.get(name);
        if (written instanceof String text && !DIGITS.matcher(text).matches()) {
            throw new MethodArgumentTypeMismatchException(
                    text, type, name, parameter, new NumberFormatException("no digits"));
        }
    }
}
