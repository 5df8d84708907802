using System.Net.Sockets;
using EngageBot.Networks.X.Transport;
using Moq;
using Moq.Protected;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class DyingSocketTests
{
    [Fact]
    public async Task A_socket_that_dies_while_a_connection_is_made_is_told_like_any_broken_one()
    {
        var handler = new Mock<HttpMessageHandler>();
        handler.Protected().Setup<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .ThrowsAsync(new SocketException((int)SocketError.NotConnected));
        using var client = new HttpClient(handler.Object);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://x.example/2/tweets");

        var trouble = await Assert.ThrowsAsync<XTransportException>(
            () => XHttpExchange.SendAsync(client, request, TimeSpan.FromMinutes(1), TimeProvider.System, default));

        Assert.True(trouble.MayHaveArrived);
    }
}
