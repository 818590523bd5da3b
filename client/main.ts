import { mount } from 'svelte';
import App from './App.svelte';
import { currentLanguage, setLanguage } from './i18n/language.svelte.ts';
import './ui/base.css';
import { restorePreferences } from './ui/preferences.ts';

restorePreferences();
setLanguage(currentLanguage());
mount(App, { target: document.getElementById('app')! });
