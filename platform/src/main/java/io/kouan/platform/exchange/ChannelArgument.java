package io.kouan.platform.exchange;

import io.kouan.ceb.finding.Finding;
import io.kouan.platform.transmission.Channel;
import io.kouan.platform.transmission.Gate;
import io.kouan.platform.transmission.Standings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private final Standings standings;
    private final RefusedSources refusedSources;

    ChannelArgument(Credentials credentials, Standings standings, RefusedSources refusedSources) {
        this.credentials = credentials;
        this.standings = standings;
        this.refusedSources = refusedSources;
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
            case Credentials.Sender.Known(var channel) -> permitted(Caller.of(channel, http));
            case Credentials.Sender.Unknown(var problem) -> throw new RefusedRequest(problem);
        };
    }

    /** A test channel has no list yet. */
    private Channel permitted(Caller caller) {
        var objection = caller.channel().trial()
                ? Optional.<Finding>empty()
                : Gate.objectionToFetch(standings.of(caller.channel()), caller.source());
        if (objection.isPresent()) {
            refusedSources.remember(caller, "fetch");
            throw new RefusedRequest(new Problem(403, List.of(objection.get()), Optional.empty(), OptionalInt.empty()));
        }
        return caller.channel();
    }
}
