/** Stylesheets are imported for Vite to gather; they export nothing. */
declare module "*.css";
