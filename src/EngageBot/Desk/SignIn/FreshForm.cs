using Microsoft.AspNetCore.Antiforgery;

namespace EngageBot.Desk.SignIn;

/// <summary>Takes a form only from a page of ours; a page that has gone stale says so instead of a bare error.</summary>
internal sealed class FreshForm(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (await antiforgery.IsRequestValidAsync(context.HttpContext))
            return await next(context);
        var key = request.HasFormContentType ? (string?)request.Form["key"] : null;
        return Pages.StaleForm(request.Path + (key is null ? QueryString.Empty : QueryString.Create("key", key)));
    }
}
