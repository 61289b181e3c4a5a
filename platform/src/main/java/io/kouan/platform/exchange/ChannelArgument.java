package io.kouan.platform.exchange;

import io.kouan.platform.transmission.Channel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the channel that a request comes from; without one they are not called. */
@Component
class ChannelArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Credentials credentials;

    ChannelArgument(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Channel.class;
    }

    @Override
    public Channel resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow();
        return switch (credentials.of(http)) {
            case Credentials.Sender.Known(var channel) -> channel;
            case Credentials.Sender.Unknown(var problem) -> throw new RefusedRequest(problem);
        };
    }
}
