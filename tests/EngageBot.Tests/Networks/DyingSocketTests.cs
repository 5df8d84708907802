using System.Net.Sockets;
using EngageBot.Drafting.Rewording;
using EngageBot.Networks.X.Transport;
using Microsoft.Extensions.AI;
using Moq;
using Moq.Protected;
using Xunit;
using Options = Microsoft.Extensions.Options.Options;

namespace EngageBot.Tests.Networks;

public sealed class DyingSocketTests
{
    [Fact]
    public async Task A_socket_that_dies_while_a_connection_is_made_is_told_like_any_broken_one()
    {
        using var client = Dying();
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://x.example/2/tweets");

        var trouble = await Assert.ThrowsAsync<XTransportException>(
            () => XHttpExchange.SendAsync(client, request, TimeSpan.FromMinutes(1), TimeProvider.System, default));

        Assert.True(trouble.MayHaveArrived);
    }

    [Fact]
    public async Task So_it_is_when_a_language_model_is_asked()
    {
        using var client = Dying();
        var clients = Mock.Of<IHttpClientFactory>(factory => factory.CreateClient(ChatCompletions.ClientName) == client);
        using var model = new ChatCompletions(clients, Options.Create(new RewordingOptions { Endpoint = "https://model.example/v1", Model = "small" }), TimeProvider.System);

        var trouble = await Assert.ThrowsAsync<ChatTroubleException>(() => model.GetResponseAsync([new ChatMessage(ChatRole.User, "hello")]));

        Assert.Contains("cannot be reached", trouble.Message, StringComparison.Ordinal);
    }

    private static HttpClient Dying()
    {
        var handler = new Mock<HttpMessageHandler>();
        handler.Protected().Setup<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .ThrowsAsync(new SocketException((int)SocketError.NotConnected));
        return new HttpClient(handler.Object);
    }
}
