using LineBot.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LineBot.Web;

/// <summary>Renders a component to HTML, outside of any request.</summary>
public sealed class FragmentRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync<T>(Tongue tongue, params (string Name, object? Value)[] parameters) where T : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            RenderFragment content = builder =>
            {
                builder.OpenComponent<T>(0);
                foreach (var (name, value) in parameters)
                    builder.AddComponentParameter(1, name, value);
                builder.CloseComponent();
            };
            var root = await renderer.RenderComponentAsync<CascadingValue<Tongue>>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                ["Value"] = tongue,
                ["IsFixed"] = true,
                ["ChildContent"] = content,
            }));
            return root.ToHtmlString();
        });
    }
}
