package io.cupel.app.ground;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server says where no controller was reached, such as for an address that cannot be read. */
@RestController
final class ErrorPage implements ErrorController {
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> page(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ProblemException problem = Refusals.of(status instanceof Integer code ? code : 404, request);
        return ResponseEntity.status(problem.kind().status())
                .body(ProblemBodies.of(
                        problem.kind(),
                        problem.detail(),
                        problem.faults(),
                        path instanceof String text ? text : request.getRequestURI()));
    }
}
