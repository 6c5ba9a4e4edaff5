package org.commonsregistry.sparql;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import org.jspecify.annotations.Nullable;

/** The connection a request came by: whether it is still there, and what its protocol can say. */
final class ClientWatch {
  private final @Nullable NettyHttpRequest<?> request;

  private ClientWatch(@Nullable NettyHttpRequest<?> request) {
    this.request = request;
  }

  static ClientWatch of(HttpRequest<?> request) {
    HttpRequest<?> inner = request;
    while (inner instanceof HttpRequestWrapper<?> wrapper) {
      inner = wrapper.getDelegate();
    }
    return new ClientWatch(inner instanceof NettyHttpRequest<?> netty ? netty : null);
  }

  /** Calls back, at most once, when the client is gone. The returned action stops watching. */
  Runnable onGone(Runnable gone) {
    if (request == null) {
      return () -> {};
    }
    var closed = request.getChannelHandlerContext().channel().closeFuture();
    GenericFutureListener<Future<? super Void>> listener = future -> gone.run();
    closed.addListener(listener);
    return () -> closed.removeListener(listener);
  }

  /** In HTTP/1.0 the end of the connection is the end of an answer of unknown length. */
  boolean canTellABrokenAnswer() {
    return request == null
        || request.getNativeRequest().protocolVersion().compareTo(HttpVersion.HTTP_1_0) > 0;
  }
}
