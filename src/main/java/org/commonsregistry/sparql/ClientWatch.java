package org.commonsregistry.sparql;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;

/** Notices that the client of a request has closed its connection. */
@FunctionalInterface
interface ClientWatch {

  /** Calls back, at most once, when the client is gone. The returned action stops watching. */
  Runnable onGone(Runnable gone);

  static ClientWatch of(HttpRequest<?> request) {
    HttpRequest<?> inner = request;
    while (inner instanceof HttpRequestWrapper<?> wrapper) {
      inner = wrapper.getDelegate();
    }
    if (!(inner instanceof NettyHttpRequest<?> netty)) {
      return gone -> () -> {};
    }
    var closed = netty.getChannelHandlerContext().channel().closeFuture();
    return gone -> {
      GenericFutureListener<Future<? super Void>> listener = future -> gone.run();
      closed.addListener(listener);
      return () -> closed.removeListener(listener);
    };
  }
}
